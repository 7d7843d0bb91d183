/// What an extension is told when it registers.
struct ExtensionRegistration: Encodable {
    let functionName: String
    let functionVersion = "$LATEST"
    let handler: String
}
