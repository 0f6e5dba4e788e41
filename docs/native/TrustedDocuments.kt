package mosaic.api

import com.apollographql.apollo.api.ApolloRequest
import com.apollographql.apollo.api.CustomScalarAdapters
import com.apollographql.apollo.api.Operation
import com.apollographql.apollo.api.http.ByteStringHttpBody
import com.apollographql.apollo.api.http.HttpMethod
import com.apollographql.apollo.api.http.HttpRequest
import com.apollographql.apollo.api.http.HttpRequestComposer
import com.apollographql.apollo.api.json.buildJsonByteString
import com.apollographql.apollo.api.json.writeObject

/** Asks by the id of the trusted document instead of its text: the server knows no other in production. */
class TrustedDocuments(private val url: String) : HttpRequestComposer {
  override fun <D : Operation.Data> compose(apolloRequest: ApolloRequest<D>): HttpRequest {
    val operation = apolloRequest.operation
    val adapters = apolloRequest.executionContext[CustomScalarAdapters] ?: CustomScalarAdapters.Empty
    val body = buildJsonByteString {
      writeObject {
        name("documentId").value(MosaicDocuments.ids.getValue(operation.name()))
        name("operationName").value(operation.name())
        name("variables")
        writeObject { operation.serializeVariables(this, adapters, false) }
      }
    }
    return HttpRequest.Builder(HttpMethod.Post, url)
      .addHeader("accept", "application/graphql-response+json, application/json")
      .addHeaders(apolloRequest.httpHeaders.orEmpty())
      .body(ByteStringHttpBody("application/json", body))
      .build()
  }
}
