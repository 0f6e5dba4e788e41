// Made by scripts/gen-native.ts. Apply it in the module that holds the API.
apollo {
  service("mosaic") {
    packageName.set("mosaic.api")
    schemaFiles.from("schemas/graphql/mosaic.graphql")
    srcDir("schemas/native/android/operations")
    mapScalarToKotlinString("DateTime")
    mapScalarToKotlinString("URL")
  }
}
