/// The kinds of mistakes a request can contain; the values are stable.
package enum ProblemCode: String, Codable, CaseIterable, Sendable {
    case malformed
    case tooLarge = "too_large"
    case tooDeep = "too_deep"
    case unknownField = "unknown_field"
    case missing
    case wrongType = "wrong_type"
    case outOfRange = "out_of_range"
    case notAllowed = "not_allowed"
    case invalidFormat = "invalid_format"
    case contradiction
    case duplicate
    case tooMany = "too_many"
    /// An address that the guard of outgoing requests lets through to nobody; the guard's own words. An address of the web that
    /// has not the form of one is an ``invalidURL`` too.
    case forbiddenAddress = "forbidden_address"
    case invalidURL = "invalid_url"
    case invalidEmail = "invalid_email"
    /// What the place names is not there, or cannot be had.
    case notFound = "not_found"
    /// An operation that cannot be done to this picture.
    case impossible
}
