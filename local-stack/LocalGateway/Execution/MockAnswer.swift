import LocalHTTP

/// What a mock integration answers: nothing, with the status that its request template names.
enum MockAnswer {
    static func response(to body: [UInt8]) -> HTTPResponse {
        let status = (try? JSONValue(json: body))?["statusCode"]?.text
        return HTTPResponse(status: status.flatMap { Int($0) } ?? 200)
    }
}
