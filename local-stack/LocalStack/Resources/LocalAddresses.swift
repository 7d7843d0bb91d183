import CloudTemplate

/// Where the APIs of a stack are on this machine instead of in the cloud.
struct LocalAddresses: Sendable {
    private let replacements: [(cloud: String, local: String)]

    init(_ stack: Stack) {
        let settings = stack.settings
        replacements = stack.resources.filter { $0.type == "AWS::Serverless::Api" }.map { api in
            let host = "\(api.identity.name).execute-api.\(settings.region).\(settings.urlSuffix)"
            let stage = api.properties.mapping?["StageName"]?.text ?? ""
            return ("https://\(host)/\(stage)", settings.endpoint)
        }
    }

    /// A text in which addresses of the stack's APIs lead to this machine.
    func local(_ text: String) -> String {
        replacements.reduce(text) { $0.replacing($1.cloud, with: $1.local) }
    }
}
