/// How large a template may be before reading it stops.
package struct TemplateLimits: Sendable {
    /// Bytes of the file; CloudFormation's own limit is 1 MiB.
    package var byteCount = 1_048_576
    /// Mappings and sequences inside each other.
    package var depth = 100
    /// Values after aliases are written out; a few lines of aliases can otherwise stand for billions of values.
    package var nodeCount = 200_000

    /// CloudFormation's limits where it has some.
    package static let standard = TemplateLimits()
}
