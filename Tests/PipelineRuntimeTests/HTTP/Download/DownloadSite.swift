import Testing

@testable import PipelineRuntime

/// Two servers: one that stands for the open Internet, and one inside the operator's network that nobody may reach.
struct DownloadSite {
    /// On 127.0.0.2, which the site's rules count among the public addresses.
    let outside: ScriptedServer
    /// On 127.0.0.1.
    let inside: ScriptedServer
    let resolver: TrickResolver
    let downloader: WebDownloader

    static let picture = "\u{7F}PICTURE"
    static let secret = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret"
    static let good = "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n" + picture
    static let maximumByteCount = 100_000

    init(
        _ connections: [[ScriptedServer.Step]],
        names: [String: [[String]]] = [:],
        hosts: [String] = [],
        timeLimit: Duration = .seconds(10)
    ) throws {
        outside = try ScriptedServer(at: 0x7F00_0002, connections)
        inside = try ScriptedServer(
            at: 0x7F00_0001,
            Array(repeating: [.receive, .send(Self.secret)], count: 9)
        )
        resolver = TrickResolver(names.merging(["pictures.test": [["127.0.0.2"]]]) { own, _ in own })
        downloader = WebDownloader(
            transport: try CurlTransport(resolver: resolver),
            rules: WebDownloadRules(
                addresses: try #require(HTTPAddressPolicy("public,127.0.0.2")),
                hosts: HostAllowList(hosts),
                maximumByteCount: Self.maximumByteCount,
                timeLimit: timeLimit
            )
        )
    }

    func stop() {
        outside.stop()
        inside.stop()
    }

    /// The text with the servers' ports in place of `OUT` and `IN`.
    func withPorts(_ text: String) -> String {
        text.split(separator: "OUT", omittingEmptySubsequences: false).joined(separator: String(outside.port))
            .split(separator: "IN", omittingEmptySubsequences: false).joined(separator: String(inside.port))
    }

    /// What became of a download, in a word or two.
    func outcome(of url: String) -> String {
        do {
            let bytes = try downloader.download(withPorts(url), until: .never)
            return "let through: \(String(decoding: bytes, as: UTF8.self))"
        } catch {
            return error.label
        }
    }
}

extension WebDownloadError {
    /// The case, and the place or the kind where it has one.
    var label: String {
        switch self {
        case .unusable(let place, _): "unusable \(place.rawValue)"
        case .hostNotAllowed(let place, _): "host not allowed at \(place.rawValue)"
        case .forbiddenAddress(let place, _): "forbidden \(place.rawValue)"
        case .tooManyRedirects: "too many redirects"
        case .status(let status): "status \(status)"
        case .encoded: "encoded"
        case .transfer(let error): error.kind.rawValue
        }
    }
}
