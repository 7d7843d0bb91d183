/// Definitions of an API with one integration.
enum IntegrationTemplate {
    /// A definition whose only method, `POST /do/{id}`, has that integration.
    static func document(_ integration: String, extra: String = "") -> String {
        """
        \(extra.isEmpty ? "info: {}" : extra)
        paths:
          /do/{id}:
            post:
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { "201": { headers: { ETag: { schema: { type: string } } } }, "200": { headers: { content-type: {} } } }
              x-amazon-apigateway-integration:
                type: aws
                \(integration.replacing("\n", with: "\n        "))
        """
    }
}
