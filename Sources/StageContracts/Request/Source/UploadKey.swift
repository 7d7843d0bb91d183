/// The key of an upload: what callers may name in the bucket of uploads.
///
/// The bucket holds more: under `sources/` lies what was fetched for other requests. Nobody may read that as a source of
/// his own, or have it moved or deleted by a rule of retention.
package struct UploadKey: ReadableText, Hashable {
    package let text: String

    /// The key without the folder of all uploads.
    package var name: String { String(text.dropFirst(Self.folder.count)) }

    /// The folder of all uploads.
    private static let folder = "uploads/"

    /// Takes a text as the key of an upload, if it may be one.
    package init(reading text: String) throws(TextRefusal) {
        let key = try ObjectKey(reading: text)
        guard key.text.unicodeScalars.starts(with: Self.folder.unicodeScalars) else {
            throw TextRefusal("must begin with uploads/, as the key does that an upload answers")
        }
        self.text = key.text
    }
}
