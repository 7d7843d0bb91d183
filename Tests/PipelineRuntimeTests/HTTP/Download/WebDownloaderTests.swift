import Testing

@testable import PipelineRuntime

@Suite struct `A download in a caller's name` {
    private static let names: [String: [[String]]] = [
        "local.test": [["127.0.0.1"]], "LOCAL.TEST": [["127.0.0.1"]],
        "mixed.test": [["127.0.0.2", "10.0.0.1"]],
    ]

    @Test(arguments: HostileURL.forbiddenAddresses)
    func `never goes to an address inside`(address: String) throws {
        let site = try DownloadSite(
            [],
            names: ["host.test": [[address]], "pair.test": [["127.0.0.2", address]]]
        )
        defer { site.stop() }
        #expect(site.outcome(of: "http://host.test:IN/") == "forbidden address")
        #expect(site.outcome(of: "http://pair.test:IN/") == "forbidden address")
        let literal = address.contains(":") ? "[\(address)]" : address
        #expect(site.outcome(of: "http://\(literal):IN/") == "forbidden address")
        #expect(site.inside.connectionCount == 0)
    }

    @Test(arguments: HostileURL.spellings)
    func `is not misled by how an address is spelled`(hostile: HostileURL) throws {
        let site = try DownloadSite([], names: Self.names)
        defer { site.stop() }
        #expect(site.outcome(of: hostile.url) == hostile.outcome)
        #expect(site.inside.connectionCount == 0)
    }

    @Test(arguments: HostileAnswer.redirects)
    func `is not misled by a redirect`(hostile: HostileAnswer) throws {
        // The ports are known only once the servers listen, so a first site lends its own.
        let inside = try ScriptedServer([.receive, .send(DownloadSite.secret)])
        defer { inside.stop() }
        let connections = hostile.connections.map { $0.map { $0.with(port: inside.port) } }
        let site = try DownloadSite(connections, names: Self.names)
        defer { site.stop() }
        #expect(site.outcome(of: "http://pictures.test:OUT/a.jpg") == hostile.outcome)
        #expect(inside.connectionCount == 0)
    }

    @Test(arguments: HostileAnswer.bodies)
    func `does not take a body that is hostile`(hostile: HostileAnswer) throws {
        let isSlow = hostile.outcome == "timed_out"
        let site = try DownloadSite(
            hostile.connections,
            timeLimit: isSlow ? .milliseconds(300) : .seconds(20)
        )
        defer { site.stop() }
        #expect(site.outcome(of: "http://pictures.test:OUT/a.jpg") == hostile.outcome)
    }

    @Test func `looks a name up again at every hop and is not led inside by another answer`() throws {
        let redirect = "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"
        let site = try DownloadSite(
            [[.receive, .send(redirect)], [.receive, .send(DownloadSite.good)]],
            names: ["rebind.test": [["127.0.0.2"], ["127.0.0.1"]]]
        )
        defer { site.stop() }
        #expect(site.outcome(of: "http://rebind.test:OUT/") == "forbidden redirect")
        #expect(site.resolver.names == ["rebind.test", "rebind.test"])
        #expect(site.outside.connectionCount == 1)
    }

    @Test func `takes a file after three redirects, and says no more than what is wanted`() throws {
        let redirect = ScriptedServer.Step.send("HTTP/1.1 307 Go\r\nLocation: ../b/c.jpg?x=1#y\r\n\r\n")
        let hops = Array(repeating: [ScriptedServer.Step.receive, redirect], count: 3)
        let site = try DownloadSite(hops + [[.receive, .send(DownloadSite.good)]])
        defer { site.stop() }
        #expect(
            site.outcome(of: "http://pictures.test:OUT/a/a.jpg") == "let through: \(DownloadSite.picture)"
        )
        let last = try #require(site.outside.requests.last)
        #expect(
            last
                == site.withPorts(
                    "GET /b/c.jpg?x=1 HTTP/1.1\r\nHost: pictures.test:OUT\r\nAccept: image/*\r\n"
                        + "User-Agent: distributed-image-processor\r\n\r\n"
                )
        )
    }

    @Test(arguments: [
        ("pictures.test", true), ("*.test", true), ("other.test", false), ("*.pictures.test", false),
        ("ures.test", false),
    ])
    func `asks listed hosts only, where hosts are listed`(pattern: String, isAllowed: Bool) throws {
        let site = try DownloadSite([[.receive, .send(DownloadSite.good)]], hosts: [pattern])
        defer { site.stop() }
        let outcome = site.outcome(of: "http://Pictures.test:OUT/")
        #expect(outcome.hasPrefix(isAllowed ? "unknown_host" : "host not allowed at address"))
        #expect(site.outcome(of: "http://pictures.test:OUT/").hasPrefix("let through") == isAllowed)
    }

    @Test func `asks listed hosts only after a redirect too`() throws {
        let redirect = "HTTP/1.1 302 Found\r\nLocation: http://other.test:8080/\r\nContent-Length: 0\r\n\r\n"
        let site = try DownloadSite(
            [[.receive, .send(redirect)]],
            names: ["other.test": [["127.0.0.2"]]],
            hosts: ["pictures.test"]
        )
        defer { site.stop() }
        #expect(site.outcome(of: "http://pictures.test:OUT/") == "host not allowed at redirect")
    }

    @Test func `goes to no proxy`() throws {
        let site = try DownloadSite([[.receive, .send(DownloadSite.good)]])
        defer { site.stop() }
        let proxies = HTTPProxies(http: "http://127.0.0.1:\(site.inside.port)")
        let downloader = WebDownloader(
            transport: try CurlTransport(proxies: proxies, resolver: site.resolver),
            rules: site.downloader.rules
        )
        let bytes = try downloader.download(site.withPorts("http://pictures.test:OUT/"), until: .never)
        #expect(bytes == Array(DownloadSite.picture.utf8))
        #expect(site.inside.connectionCount == 0)
    }
}

extension ScriptedServer.Step {
    /// The step with a port in place of `IN`.
    fileprivate func with(port: Int) -> ScriptedServer.Step {
        guard case .send(let text) = self else { return self }
        return .send(
            text.split(separator: "IN", omittingEmptySubsequences: false).joined(separator: "\(port)")
        )
    }
}
