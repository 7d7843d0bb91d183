/// What the API answers to an upload.
package struct Upload: Codable, Equatable, Sendable {
    /// Its key in the bucket of uploads.
    package let key: String
}
