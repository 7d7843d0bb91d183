/// How much colour detail a JPEG keeps.
package enum ChromaSubsampling: String, Codable, CaseIterable, Sendable {
    case full = "4:4:4"
    case half = "4:2:2"
    case quarter = "4:2:0"
}
