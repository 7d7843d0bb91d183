@testable import Imaging

/// What a test wants to know of a file.
struct LookedAt: Equatable {
    let format: String
    let width: Int
    let height: Int
    var hasAlpha = false
    var isUpright = true
}

extension LookedAt {
    /// The file as its header describes it; the size is that of the stored rows.
    init(_ file: [UInt8]) throws {
        let info = try ImageInfo(reading: file)
        self.init(
            format: info.format.rawValue,
            width: info.storedSize.width,
            height: info.storedSize.height,
            hasAlpha: info.hasAlpha,
            isUpright: info.orientation == .up
        )
    }
}
