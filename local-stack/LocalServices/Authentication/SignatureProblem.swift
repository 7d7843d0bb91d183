/// Why a signature is not accepted; each service writes it as an error of its own.
package enum SignatureProblem: Error, Sendable, Hashable {
    /// The header or the query does not have the parts that it must have.
    case malformed(String)
    /// The request has no date, or one that cannot be read.
    case missingDate
    /// The date lies too far from the local stack's time.
    case skewed
    /// The time for which a link was signed is over.
    case expired
    /// The key is not known, and only known ones are accepted.
    case unknownKey(String)
    /// The signature is another one than this request's.
    case mismatch(stringToSign: String, canonicalRequest: String)
    /// Unsigned requests are not accepted.
    case unsigned
}
