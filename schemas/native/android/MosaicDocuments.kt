// Made by scripts/gen-native.ts from schemas/operations/android/2.0.
package mosaic.api

/** The documents the server knows this version of the app by: sent instead of their text. */
object MosaicDocuments {
  const val VERSION = "2.0.0"
  val ids: Map<String, String> = mapOf(
    "Home" to "sha256:d0c40de29b6de2bfd6d6acf6d677464c15471947acbee71116c8bab99cb57cf1",
    "TopUp" to "sha256:abb60d6e2c2547fe553903ca93670c2dccb484b5ea7f4dfeb521a116946dccb8",
    "SetAutoTopUp" to "sha256:9ea0b689b21e54270769a7925261bb071cf3b879a7808cb6848ee994d54b94d2",
    "ActivateOption" to "sha256:1a1e3b485f5fac29478c2d4d73d4ca969055db8d56c01e78a8dadb5f99405870",
    "DeactivateOption" to "sha256:d4951cdca7c851bec45b044015eaa24545eb2eecc3a7368ec0fa30376e1b4fc9",
    "BuyOffer" to "sha256:42feeb0ca563e69f9b9c64b3b2fe03db9830891782c0dc9bd229ad938157a582",
    "PayBill" to "sha256:95e5ac16bee9768f609b531d9ec7b85c1945c9abc0b601a3fab3f2c24af19bc4",
    "BookCallback" to "sha256:08d0b61631a1a6b062142d2f9a536a75b063fbaab5d9ee013631bdd6e4de00e0",
    "DismissAlert" to "sha256:a5d0410669bb49cba201428ca24093ee905b261a77a443e26ec7c6fd5c0c6807",
  )
}
