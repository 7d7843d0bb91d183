/// How tabs are drawn.
package enum PuzzleStyle: String, CaseIterable, Codable, Sendable {
    /// A round head on a narrow neck.
    case classic
    /// A soft bump with a wide neck.
    case rounded
    /// A dovetail with small rounded corners.
    case angular
}

extension PuzzleStyle {
    /// The measures from which the tabs of the style are drawn at random.
    var measures: TabMeasures {
        switch self {
        case .classic:
            TabMeasures(
                neck: 60...240,
                head: 1500...1850,
                height: 2100...2500,
                dip: -250...350,
                baseTension: 880,
                headTension: 640
            )
        case .rounded:
            TabMeasures(
                neck: 700...1000,
                head: 1500...1850,
                height: 1700...2300,
                dip: -100...300,
                baseTension: 640,
                headTension: 560
            )
        case .angular:
            TabMeasures(
                neck: 700...1000,
                head: 1500...1850,
                height: 1700...2200,
                dip: 0...0,
                baseTension: 960,
                headTension: 940
            )
        }
    }
}
