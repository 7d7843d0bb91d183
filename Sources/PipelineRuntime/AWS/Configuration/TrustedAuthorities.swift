import Glibc

/// Finds the file of certificate authorities that TLS connections trust.
enum TrustedAuthorities {
    /// Where systems keep the file: Debian's is compiled into its libcurl, which also runs on Lambda's Amazon Linux.
    private static let usualPaths = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem",
    ]

    /// `AWS_CA_BUNDLE`, or the system's file; `nil` leaves libcurl its own idea.
    static func path(reading reader: inout SettingsReader) -> String? {
        guard let path = reader.optionalString("AWS_CA_BUNDLE") else {
            return usualPaths.first(where: isReadable)
        }
        if !isReadable(path) {
            reader.reject("AWS_CA_BUNDLE", "is no readable file: set it to a PEM file of trusted authorities")
        }
        return path
    }

    private static func isReadable(_ path: String) -> Bool {
        access(path, R_OK) == 0
    }
}
