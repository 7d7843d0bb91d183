/// How Lambda tells of an error, to runtimes and to callers.
struct ErrorDocument: Encodable {
    let errorType: String
    let errorMessage: String

    init(type: String, message: String) {
        errorType = type
        errorMessage = message
    }
}
