// Made by scripts/gen-native.ts from schemas/operations/android/2.0.
package mosaic.api

/** The documents the server knows this version of the app by: sent instead of their text. */
object MosaicDocuments {
  const val VERSION = "2.0.0"
  val ids: Map<String, String> = mapOf(
    "Home" to "sha256:bfd77aeaabc31f02f548e693cf122f9ec9a0036d96f6cb09fae5a8a2b5fb81a2",
    "TopUp" to "sha256:6a65e9def35cf48c8fa5cabcfec122b58b7102778a68dd400184b6bf2ec260f3",
    "TransferCredit" to "sha256:6e8743dcd254a7ba9f8e7bfa21285147c3364dbc4e7e08482fa6bf087004c93a",
    "SetAutoTopUp" to "sha256:58a61c262a0d5249051fa8c88fa37191bb970276861c57c5a53880c26b33cd8e",
    "ActivateOption" to "sha256:471bde80c461c1dd9b7bc95ba6d28b015bd6d1fdb62c313aa01684f2de2dc354",
    "DeactivateOption" to "sha256:2d24e69db85409f26e9e9f6cdb6ef1b10e8a649b1d702f78df8c70929cf32c2f",
    "BuyOffer" to "sha256:9bc2c0c8f2a03be18f3e31a97ee91da4777cbb3be096fa5c07cca51c12d26715",
    "PayBill" to "sha256:22911061f55405cc42eb47bb087c5302c34e8e4f2acb3f1d1c4dee42c4673989",
    "BookCallback" to "sha256:3460563ed3797b7cbd28cbd305f52cde43295d3d61017d6cfd99ddb502e366e5",
    "DismissAlert" to "sha256:483d00dcf5892ceda2de80b0e7ad436a410d26e5875417fd026d06c5291a5a29",
    "AnswerSurvey" to "sha256:78d5f41ec497b16a1f1004199371971ccdab2eb4fb0a7d04472fe659bd42b9a3",
    "ReplaceSim" to "sha256:57b4beb614d89209365c8a25318124ba2f24f9b73809d8bb433e330d08c5b4d9",
    "MoveAppointment" to "sha256:eb63f3245312cb2a37048613db9e16bb3ed646ba5408fa68537da2abea34944f",
    "HandOvers" to "sha256:69e5e36baa8d19e7f73e34a4955ee0a4c14edbcb3669b6d23ce382086d83a965",
    "OpenHandOver" to "sha256:58ce53013e07dfd052a56bb889f3faa2f56f04810a8f49430dbb622aaf6876b2",
    "AcceptHandOver" to "sha256:71a7ba2644abe50bd951262d76f2c180d480015d80680f8f6745abc043b0cc80",
    "NoteHandOver" to "sha256:827100c077d18c6c6ef9fe929061442a75a180757ad1e4c803b722b218a5572a",
    "CallBackTimes" to "sha256:98f834c049cac5399cce5f339d6d8b136ce8eaf133baab7c36a06544f34d2341",
    "RequestCallBack" to "sha256:ecdf43296a5b75bb0c72c2e01ebe0a565cb458e8890aa0e3d79a7e5e48e137d3",
    "Guide" to "sha256:2986fb55f344f0af95c23a700c870a46780b9893dbc782111e11cb280a15b7f7",
    "AnswerGuide" to "sha256:7d8582d706a9cdb8723aab49c468e3a6bbb45a53d4d4e90474cc33499fff67bc",
    "OpenTicket" to "sha256:0b680ee2315a57d718735c63a68582c414e5784a14c9f817927e32f687108155",
    "CallBacks" to "sha256:6a8f6be3dfe583510f447af473672a78cfea98c1e0c4942bfc1aa60b89edbf61",
    "CancelCallBack" to "sha256:b550fd76c66dda07552cb0b27e42959cf50ba2b4cd831d96562a373d08bb0dab",
    "Menu" to "sha256:c7111a3d01d735f0cb04d6ead2029a5b4f7229c72dce775780f7bc7fc52ec44e",
    "SimSecrets" to "sha256:0bb7c67e24c25fb7732d4429b3225b6b63062bc441ee4992873228562c937790",
  )
}
