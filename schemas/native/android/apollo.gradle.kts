// Made by scripts/gen-native.ts. Apply it in the module that holds the API.
apollo {
  service("mosaic") {
    packageName.set("mosaic.api")
    schemaFiles.from("schemas/graphql/mosaic.graphql")
    srcDir("schemas/operations/android/2.0")
    mapScalarToKotlinString("DateTime")
    mapScalarToKotlinString("URL")
  }
}
