/// One picture to make from a source.
package struct RenditionPlan: Hashable, Sendable {
    /// The size.
    package var resize: Resize
    /// The file format and its settings.
    package var encoding: Encoding
    /// The EXIF fields of the source that it keeps.
    package var metadata = MetadataFields.copyright

    /// A rendition of the given size and format.
    package init(_ resize: Resize, as encoding: Encoding) {
        self.resize = resize
        self.encoding = encoding
    }
}
