/// How the tabs of puzzle pieces are drawn.
package enum TabStyle: String, Codable, CaseIterable, Sendable {
    case classic
    case rounded
    case angular
}
