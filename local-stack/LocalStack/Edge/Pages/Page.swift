import LocalHTTP

/// Something of the local stack's own that can be read: by `GET` and `HEAD`, at once.
protocol Page: Sendable {
    /// Whether the page, or a part of it, is at a path.
    func isAt(_ path: String) -> Bool

    /// The page, or that part of it.
    func answer(_ request: HTTPRequest) -> HTTPResponse
}
