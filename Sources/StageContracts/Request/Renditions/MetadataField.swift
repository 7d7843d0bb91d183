/// A group of EXIF fields that an output can keep.
package enum MetadataField: String, Codable, CaseIterable, Sendable {
    case copyright
    case dates
    case camera
    case lens
    case exposure
    case gps
}
