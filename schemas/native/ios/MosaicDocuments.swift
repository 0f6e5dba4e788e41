// Made by scripts/gen-native.ts from schemas/operations/ios/2.0.

/// The documents the server knows this version of the app by: sent instead of their text.
public enum MosaicDocuments {
  public static let version = "2.0.0"
  public static let ids: [String: String] = [
    "Home": "sha256:fa02dd5bd3ae18df0d36037b5b35432cbe15513e028797ecb14c01f4664eaf28",
    "TopUp": "sha256:2524de16e9a971de6cdd1abcd947c6508b09aa0a69d477ef6e6d6ced6e6f4f1a",
    "TransferCredit": "sha256:0fa5de00f02be7a1728adb500a703656a9f73db220daddc7d8cdce5682e6cd0e",
    "SetAutoTopUp": "sha256:6f73ce946146d551d8d6734e3b7c8f0bc00f9b529db6e9894f7a695247f01066",
    "ActivateOption": "sha256:cfb24efd22794df20226cafd8c113772fd025fd207644d7bd4f918a5ccf9821d",
    "DeactivateOption": "sha256:7c4e51bd0d343e0af528808fee6f28ba8e36cd1c8936a596f557ae511d33943e",
    "BuyOffer": "sha256:8a54676219825aa8bd45d8a5e60fed6d07664da51ab5b72f422be6d65b8196c3",
    "PayBill": "sha256:8db5ea1fba0d6db51f78cb6abd60874710279b653fa5e83ab3a7b079bf21f979",
    "BookCallback": "sha256:e2b4d7ee18edf51810a163fc26cf4e52e4e93f76bbaf78bff72ff02d8b5e052d",
    "DismissAlert": "sha256:d7bb29407253c45d6cd7dc788f065f308f46570922d587a55b67a89bef002255",
    "AnswerSurvey": "sha256:5c0beb27a59702441af742f1c5a3a80ac9ee1b241d0f9a85ca296784846ed521",
    "ReplaceSim": "sha256:0b064cb2bf5b9dea20012504fa7783d3196434d87e83b0e58299cb97d5ce5833",
    "MoveAppointment": "sha256:0ff35d1a512b1f37cfd0bbddd94e4a7ecfbdaf3f241ee80d8da22b44471c0e57",
    "HandOvers": "sha256:b5f92c04c566127117a4a6feac30c1dc36de17e242edca58bfd85c4bfbc45a9e",
    "OpenHandOver": "sha256:97b07d8552282dbfb343f24d988b744d58cb45217a25c7d68c40f42df2bb86c8",
    "AcceptHandOver": "sha256:d19d855c6273377c1f2ab53bd5528d874843c2b6bf341f9afdd746ba703718df",
    "NoteHandOver": "sha256:b3bf03cf77de267d131baa08c9cd592e864ec9769280ccdd55b36a4f016c91b0",
    "CallBackTimes": "sha256:128beb8dcf439f13074af77cfaab9858ba43c05fbe1062d63a58df9aa6d1fbcb",
    "RequestCallBack": "sha256:3188692290b094bc7c21a94a6eb68306c9e221d8f46af3a0105ab2749892a602",
    "Guide": "sha256:32e855f825a0949efda7ded4163ff1e0cf9222aade2eed43f91805f3f508fa97",
    "AnswerGuide": "sha256:ea897b5e743cedb5edfc64ead59c4e8d8acaf3ec433e7eabda28646f263389fa",
    "OpenTicket": "sha256:d56d69c9a7905693d668a41a0641ad001eec60660dba2782951eb4da8cb63317",
    "CallBacks": "sha256:b7bd04128adcf9449fb8c1f049dd753ea3118d575683a92478a4c8064f8b3070",
    "CancelCallBack": "sha256:78ab33d1211d48cd55cb197279b23c69a938710bda66de55b7690d26a58765ed",
    "Menu": "sha256:a55f8bef9178d958efef1c3a8b27483dc9959c53900cd03e096ae2f02fb4db68",
    "SimSecrets": "sha256:964cc40ade51ce44cdac81220955d128c7ca192d8316c799cca5c61189fb129c",
  ]
}
