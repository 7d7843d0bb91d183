/// Why a puzzle cannot be cut.
package struct PuzzleProblem: Hashable, Sendable {
    /// What is wrong; stable, for programs.
    package enum Code: String, CaseIterable, Sendable {
        /// Fewer than one row, column or pixel.
        case belowOne = "below_one"
        /// More than `PuzzleLimits.pieceCount` pieces.
        case tooManyPieces = "too_many_pieces"
        /// Pieces with a side under `PuzzleLimits.pieceSide`.
        case piecesTooSmall = "pieces_too_small"
        /// Pieces that no sheet can hold.
        case piecesTooLarge = "pieces_too_large"
        /// A picture larger than its source.
        case largerThanSource = "larger_than_source"
        /// A picture of more than `PuzzleLimits.pixelCount` pixels.
        case tooManyPixels = "too_many_pixels"
        /// No such style.
        case unknownStyle = "unknown_style"
    }

    /// The member of the specification that is wrong.
    package enum Member: String, Sendable {
        case rows
        case columns
        case width
        case height
        case style
    }

    /// What is wrong.
    package let code: Code
    /// Where.
    package let member: Member
    /// What, for people: the rest of a sentence that begins with the member.
    package let text: String

    init(_ code: Code, _ member: Member, _ text: String) {
        (self.code, self.member, self.text) = (code, member, text)
    }
}

extension PuzzleProblem: CustomStringConvertible {
    package var description: String { "\(member.rawValue) \(text)" }
}
