import Testing

/// What a server outside answers, connection by connection, and what must become of the download.
struct HostileAnswer: CustomTestStringConvertible {
    let testDescription: String
    let connections: [[ScriptedServer.Step]]
    let outcome: String

    private static func answer(
        _ name: String,
        _ steps: ScriptedServer.Step...,
        is outcome: String
    ) -> HostileAnswer {
        HostileAnswer(testDescription: name, connections: [[.receive] + steps], outcome: outcome)
    }

    private static func redirect(_ location: String, status: Int = 302) -> ScriptedServer.Step {
        .send("HTTP/1.1 \(status) Moved\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n")
    }

    private static func redirect(to location: String, is outcome: String) -> HostileAnswer {
        answer("a redirect to \(location)", redirect(location), is: outcome)
    }

    static let redirects = [
        redirect(to: "http://127.0.0.1:IN/", is: "forbidden redirect"),
        redirect(to: "//127.0.0.1:IN/", is: "forbidden redirect"),
        redirect(to: "http://[::1]:IN/", is: "forbidden redirect"),
        redirect(to: "http://[::ffff:127.0.0.1]:IN/", is: "forbidden redirect"),
        redirect(to: "http://169.254.169.254/latest/meta-data/", is: "forbidden redirect"),
        redirect(to: "http://[fd00:ec2::254]/latest/meta-data/", is: "forbidden redirect"),
        redirect(to: "http://local.test:IN/", is: "forbidden redirect"),
        redirect(to: "http://mixed.test:IN/", is: "forbidden redirect"),
        redirect(to: "http://2130706433:IN/", is: "unusable redirect"),
        redirect(to: "http://0x7f.1:IN/", is: "unusable redirect"),
        redirect(to: "http://user:key@pictures.test/", is: "unusable redirect"),
        redirect(to: "http://pictures.test:25/", is: "unusable redirect"),
        redirect(to: "http:\\\\127.0.0.1:IN/", is: "unusable redirect"),
        redirect(to: "file:///etc/passwd", is: "unusable redirect"),
        redirect(to: "gopher://127.0.0.1:IN/_", is: "unusable redirect"),
        redirect(to: "data:image/png;base64,AAAA", is: "unusable redirect"),
        redirect(to: "http://bücher.test/", is: "unusable redirect"),
        answer(
            "a redirect to two places",
            .send("HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: http://127.0.0.1:IN/\r\n\r\n"),
            is: "unusable redirect"
        ),
        answer("a redirect to nowhere", .send("HTTP/1.1 302 Found\r\n\r\n"), is: "unusable redirect"),
        answer("several choices", redirect("http://127.0.0.1:IN/", status: 300), is: "status 300"),
        answer("a proxy to be used", redirect("http://127.0.0.1:IN/", status: 305), is: "status 305"),
        answer(
            "a page that refreshes itself",
            .send("HTTP/1.1 201 OK\r\nRefresh: 0;url=http://127.0.0.1:IN/\r\nContent-Length: 0\r\n\r\n"),
            is: "status 201"
        ),
        HostileAnswer(
            testDescription: "a redirect in a circle",
            connections: Array(repeating: [.receive, redirect("/a.jpg")], count: 9),
            outcome: "too many redirects"
        ),
        HostileAnswer(
            testDescription: "a redirect inside after three others",
            connections: Array(repeating: [.receive, redirect("/b.jpg")], count: 2)
                + [[.receive, redirect("http://127.0.0.1:IN/")]],
            outcome: "forbidden redirect"
        ),
    ]

    static let bodies = [
        answer(
            "an endless body without a length",
            .send("HTTP/1.1 200 OK\r\n\r\n"),
            .sendForever("0123456789abcdef"),
            is: "response_too_large"
        ),
        answer(
            "an endless body in chunks",
            .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
            .sendForever("10\r\n0123456789abcdef\r\n"),
            is: "response_too_large"
        ),
        answer(
            "a length over the limit",
            .send("HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n"),
            .awaitClose,
            is: "response_too_large"
        ),
        answer(
            "a length that no number holds",
            .send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n"),
            .sendForever("0123456789abcdef"),
            is: "response_too_large"
        ),
        answer(
            "a length that no number holds, of a body that ends",
            .send(
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n" + DownloadSite.picture
            ),
            is: "malformed_response"
        ),
        answer(
            "a length below zero",
            .send("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"),
            .sendForever("0123456789abcdef"),
            is: "malformed_response"
        ),
        answer(
            "a length that is too long",
            .send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + DownloadSite.picture),
            is: "connection_lost"
        ),
        answer(
            "two lengths",
            .send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\nContent-Length: 3\r\n\r\n" + DownloadSite.picture),
            is: "malformed_response"
        ),
        answer(
            "a body that drips",
            .send("HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n"),
            .drip("x"),
            is: "timed_out"
        ),
        answer("a head that drips", .drip("HTTP/1.1 200 OK\r\nX: y"), is: "timed_out"),
        answer("silence", .awaitClose, is: "timed_out"),
        answer(
            "a compressed body",
            .send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nABCD"),
            is: "encoded"
        ),
        answer(
            "a body compressed twice",
            .send("HTTP/1.1 200 OK\r\nContent-Encoding: br, gzip\r\nContent-Length: 4\r\n\r\nABCD"),
            is: "encoded"
        ),
        answer(
            "a body that is compressed under way",
            .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
            is: "encoded"
        ),
        answer(
            "a chunk of no size",
            .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
            is: "connection_lost"
        ),
        answer("a part", .send("HTTP/1.1 206 Part\r\nContent-Length: 1\r\n\r\nx"), is: "status 206"),
        answer("nothing", .send("HTTP/1.1 204 None\r\n\r\n"), is: "status 204"),
        answer(
            "absence, at length",
            .send("HTTP/1.1 404 No\r\n\r\n"),
            .sendForever("no such page "),
            is: "status 404"
        ),
        answer("a refusal", .send("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"), is: "status 403"),
        answer(
            "a question for a password",
            .send("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic\r\n\r\n"),
            is: "status 401"
        ),
        answer("an error", .send("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"), is: "status 500"),
        answer("another protocol", .send("HTTP/1.1 101 Switch\r\nUpgrade: x\r\n\r\n"), is: "status 101"),
        answer(
            "endless interim answers",
            .sendForever("HTTP/1.1 103 Early\r\nX: y\r\n\r\n"),
            is: "malformed_response"
        ),
        answer(
            "an endless head",
            .send("HTTP/1.1 200 OK\r\n"),
            .sendForever("X: 0123456789abcdef\r\n"),
            is: "malformed_response"
        ),
        answer("no HTTP at all", .send("SSH-2.0-OpenSSH_9.2\r\n"), is: "malformed_response"),
        answer("a status that is no number", .send("HTTP/1.1 abc OK\r\n\r\n"), is: "malformed_response"),
        answer("an end without a word", is: "connection_lost"),
    ]
}
