import LocalHTTP

/// What the functions measured, for Prometheus: `GET /metrics`.
struct MetricsPage: Page {
    let store: MetricsStore

    func isAt(_ path: String) -> Bool { path == "/metrics" }

    func answer(_ request: HTTPRequest) -> HTTPResponse {
        let type = "text/plain; version=0.0.4; charset=utf-8"
        return HTTPResponse(status: 200, contentType: type, text: store.page)
    }
}
