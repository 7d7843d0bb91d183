/// Where an object is: its bucket and its key.
package struct S3Location: Sendable, Hashable {
    /// The bucket's name.
    package let bucket: String
    /// The key, up to 1,024 bytes of UTF-8, not encoded.
    package let key: String

    /// Makes a location.
    package init(bucket: String, key: String) {
        self.bucket = bucket
        self.key = key
    }

    /// Whether a request could mean this object: without a key it would mean the whole bucket.
    var isValid: Bool {
        !bucket.isEmpty && !bucket.contains("/") && !key.isEmpty && key.utf8.count <= 1024
    }
}

extension S3Location: CustomStringConvertible {
    /// The location as AWS's tools write it.
    package var description: String { "s3://\(bucket)/\(key)" }
}
