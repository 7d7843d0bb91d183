/// What normalising did to an original.
package enum ImageTreatment: String, Codable, CaseIterable, Sendable {
    /// Nothing: its bytes are those of the original.
    case copied
    /// Its pixels are untouched, other parts of the file were taken out.
    case stripped
    /// It was turned without loss.
    case turned
    /// It was decoded and written again without loss.
    case rewritten
}
