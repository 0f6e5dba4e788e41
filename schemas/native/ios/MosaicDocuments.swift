// Made by scripts/gen-native.ts from schemas/operations/ios/2.0.

/// The documents the server knows this version of the app by: sent instead of their text.
public enum MosaicDocuments {
  public static let version = "2.0.0"
  public static let ids: [String: String] = [
    "Home": "sha256:01308e61cb25cf609399bad9ce8f66ea0cf7b5475bbdb05fbe0dcc42ae3fe782",
    "TopUp": "sha256:9003ed9a27d4e4d3273453e698510d9352607636425176eb3ada02c5b4125d98",
    "SetAutoTopUp": "sha256:333784c7a64329af20e79ac58590d84413bb4a6b303be13d29559191f7a54ed6",
    "ActivateOption": "sha256:6f3824b7da063c481adb74ed84779a958b86d4b9993c331e426bb1437ddba284",
    "DeactivateOption": "sha256:123db047a7fd631ce7a020628b026d350602396ec8a8623fd9e8e6e750b495dd",
    "BuyOffer": "sha256:32fb8b3dfc6b9fd77f9750116e07732fa56d1758e5854b18147ec0f1ffeb15e1",
    "PayBill": "sha256:a5cb135d825b2645847067cd876a65179798c82fa436385606cd90d3468d1cce",
    "BookCallback": "sha256:0462abb19187a92f7256b015a8a73d010ee5bb9bbb3d2e0d30d9949dd17d10f1",
    "DismissAlert": "sha256:fb62dbb2b8bbc3ef03f08cf7de1b9e1f2da9540966341c52871219d2b3c36c11",
  ]
}
