import Foundation
import LocalHTTP
import Testing

@Suite
struct TLSTests {
    private let directory = FileManager.default.temporaryDirectory.path + "/tls-" + UUID().uuidString

    @Test(arguments: ["localhost", "127.0.0.1", "photos.localhost"])
    func `a client that is given the authority trusts the server`(host: String) throws {
        let certificate = try LocalCertificate.keep(in: directory, hostNames: ["photos.localhost"])
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let server = try HTTPServer(tls: certificate.identity, handler: EchoHandler())
        let code = """
            import http.client, socket, ssl, sys
            context = ssl.create_default_context(cafile=sys.argv[1])
            context.verify_flags |= ssl.VERIFY_X509_STRICT
            raw = socket.create_connection(("127.0.0.1", int(sys.argv[3])), timeout=20)
            connection = http.client.HTTPSConnection(sys.argv[2])
            connection.sock = context.wrap_socket(raw, server_hostname=sys.argv[2])
            connection.request("PUT", "/secret", b"x" * 300000)
            answer = connection.getresponse()
            print(answer.status, len(answer.read()))
            """
        let output = try runPython([code, directory + "/authority.pem", host, String(server.port)])
        #expect(output == "200 300012\n")
    }

    @Test func `a certificate is kept until a name is missing`() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let first = try LocalCertificate.keep(in: directory)
        #expect(try LocalCertificate.keep(in: directory).authorityPEM == first.authorityPEM)
        let more = try LocalCertificate.keep(in: directory, hostNames: ["new.localhost"])
        #expect(more.authorityPEM != first.authorityPEM)
        let mode = try FileManager.default.attributesOfItem(atPath: directory + "/key.pem")[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func `a damaged certificate is made anew`() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let first = try LocalCertificate.keep(in: directory)
        try Data("nonsense".utf8).write(to: URL(filePath: directory + "/certificate.pem"))
        #expect(try LocalCertificate.keep(in: directory).authorityPEM != first.authorityPEM)
    }

    @Test func `a key without its certificate does not start`() throws {
        let one = try LocalCertificate.make()
        let other = try LocalCertificate.make()
        let mixed = TLSIdentity(
            privateKeyPEM: one.identity.privateKeyPEM,
            certificatePEM: other.identity.certificatePEM
        )
        #expect(throws: HTTPServerError.self) { try HTTPServer(tls: mixed, handler: EchoHandler()) }
    }

    @Test func `a folder that cannot be written is an error`() {
        #expect(throws: HTTPServerError.self) { try LocalCertificate.keep(in: "/proc/tls") }
    }
}

/// Runs Python with the code and arguments and answers what it printed.
private func runPython(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
}
