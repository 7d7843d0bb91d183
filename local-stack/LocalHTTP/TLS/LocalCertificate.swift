import CIdentity
import FoundationEssentials

/// A server certificate for this machine's names, signed by an authority made for it alone.
///
/// The authority's key is forgotten when the certificate is made: who trusts the authority trusts this server only.
package struct LocalCertificate: Sendable {
    /// What the server shows.
    package let identity: TLSIdentity
    /// The certificate that clients are given to trust (`AWS_CA_BUNDLE`, `--cacert`).
    package let authorityPEM: String

    /// How long a new certificate is valid; clients refuse those that last much longer.
    private static let lifetimeDays: Int32 = 397
    /// A kept certificate is replaced when it has less time left.
    private static let renewalSeconds = 30 * 86_400

    /// Makes a certificate for `localhost`, 127.0.0.1, ::1 and the given further names.
    ///
    /// - Throws: `cannotMakeCertificate`.
    package static func make(hostNames: [String] = []) throws(HTTPServerError) -> LocalCertificate {
        let names = ["DNS:localhost", "IP:127.0.0.1", "IP:::1"] + hostNames.map { "DNS:" + $0 }
        var made = cidentity_tls()
        guard cidentity_tls_make(names.joined(separator: ","), lifetimeDays, &made) == 1 else {
            throw .cannotMakeCertificate(reason: lastError())
        }
        defer { cidentity_tls_free(&made) }
        return LocalCertificate(
            identity: TLSIdentity(
                privateKeyPEM: String(cString: made.key),
                certificatePEM: String(cString: made.certificate)
            ),
            authorityPEM: String(cString: made.authority)
        )
    }

    /// The certificate kept in `directory`, or a new one where there is none, it ends soon or lacks a name.
    ///
    /// The files are `key.pem` (readable by its owner only), `certificate.pem` and `authority.pem`.
    ///
    /// - Throws: `cannotMakeCertificate`, also where the files cannot be written.
    package static func keep(
        in directory: String,
        hostNames: [String] = []
    ) throws(HTTPServerError) -> LocalCertificate {
        if let kept = read(from: directory), kept.serves(hostNames) { return kept }
        let made = try make(hostNames: hostNames)
        do {
            try made.write(to: directory)
        } catch {
            throw .cannotMakeCertificate(reason: "\(error)")
        }
        return made
    }

    /// Whether the certificate has these names and is valid for another month.
    func serves(_ hostNames: [String]) -> Bool {
        (["localhost"] + hostNames).allSatisfy {
            cidentity_tls_serves(identity.certificatePEM, $0, Self.renewalSeconds) == 1
        }
    }

    private static func read(from directory: String) -> LocalCertificate? {
        let texts = ["key", "certificate", "authority"].compactMap {
            try? String(contentsOfFile: "\(directory)/\($0).pem", encoding: .utf8)
        }
        guard texts.count == 3 else { return nil }
        let identity = TLSIdentity(privateKeyPEM: texts[0], certificatePEM: texts[1])
        return LocalCertificate(identity: identity, authorityPEM: texts[2])
    }

    private func write(to directory: String) throws {
        try FileManager.default.createDirectory(
            atPath: directory,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let files = [
            "key": identity.privateKeyPEM, "certificate": identity.certificatePEM, "authority": authorityPEM,
        ]
        for (name, text) in files {
            let path = "\(directory)/\(name).pem"
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
            let mode = name == "key" ? 0o600 : 0o644
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        }
    }

    private static func lastError() -> String {
        var text = [CChar](repeating: 0, count: 256)
        cidentity_tls_error(&text, Int32(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
