import PipelineRuntime

/// Where an API answers: an absolute URL, with the stage's name in the cloud.
package struct APIAddress: Equatable, Sendable {
    /// The local stack's.
    package static let local = "http://127.0.0.1:4566"

    /// The address without a slash at its end.
    package let text: String
    /// Scheme, host and port, without the path.
    package let origin: String
    /// Whether this machine answers there: then it is the local stack, whose keys are known.
    package let isLocal: Bool

    /// Reads an address; nil unless it is an absolute `http` or `https` URL without a query.
    package init?(_ text: String) {
        guard let url = HTTPURL(text), url.query == nil, !text.contains("#") else { return nil }
        self.text = String(text.reversed().drop { $0 == "/" }.reversed())
        origin = url.origin
        isLocal = url.host.lowercased() == "localhost" || IPAddress(url.host)?.isLoopback == true
    }

    /// The address of a path, each segment percent-encoded.
    package func appending(_ segments: String...) -> String {
        segments.reduce(text) { $0 + "/" + PercentEncoding.encode($1) }
    }
}
