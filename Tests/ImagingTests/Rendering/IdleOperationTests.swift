import Testing

@testable import Imaging

@Suite struct `A file whose pixels no operation changes` {
    private let plain: [UInt8]

    init() throws {
        plain = try Picture.marker(75, 61).encoded(as: .jpeg(.init(quality: 93)))
    }

    private static let idle: [Operation] = [
        .rotate(Rotation(degrees: 0)), .rotate(Rotation(degrees: -360)), .rotate(Rotation(degrees: 1e-4)),
        .rotate(Rotation(degrees: 359.999_9)), .turn(.up), .resize(Resize()),
        .resize(Resize(width: 75, height: 61, fit: .fill)), .resize(Resize(width: 900)),
        .crop(Crop(.size(PixelSize(width: 75, height: 61)), at: .corner(left: 0, top: 0))),
        .crop(Crop(.aspectRatio(width: 75, height: 61), at: .attention)),
    ]

    @Test func `is handed on where no operation does anything, to the source or to itself`() throws {
        for operations in Self.idle.map({ [$0] }) + [Self.idle] {
            #expect(try Renderer().render(plain, [.sourceAsItIs], operations: operations)[0].bytes == plain)
            var plan = RenditionPlan.sourceAsItIs
            plan.operations = operations
            #expect(try Renderer().render(plain, [plan], operations: operations)[0].bytes == plain)
        }
    }

    @Test(
        arguments: [
            .rotate(Rotation(degrees: 2e-3)), .rotate(Rotation(degrees: 180)), .turn(.rotate180),
            .resize(Resize(width: 74)), .crop(Crop(.size(PixelSize(width: 75, height: 60)), at: .attention)),
        ] as [Imaging.Operation]
    )
    func `is encoded anew where an operation does something, however little`(
        operation: Imaging.Operation
    )
        throws
    {
        var plan = RenditionPlan.sourceAsItIs
        plan.operations = [operation]
        #expect(try Renderer().render(plain, [plan])[0].isEncoded)
        #expect(try Renderer().render(plain, [.sourceAsItIs], operations: [operation])[0].isEncoded)
    }

    @Test func `has its other operations done in their places, without those that do nothing`() throws {
        let flip = Operation.turn(.mirrorVertically)
        let between = Self.idle + [flip] + Self.idle
        let mixed = try Renderer().render(plain, [.sourceAsItIs], operations: between)[0]
        #expect(mixed.bytes == (try Renderer().render(plain, [.sourceAsItIs], operations: [flip])[0].bytes))
        #expect(mixed.steps.contains(.edit(.source, index: Self.idle.count)))
        var (plan, alone) = (RenditionPlan.sourceAsItIs, RenditionPlan.sourceAsItIs)
        (plan.operations, alone.operations) = (between, [flip])
        let images = try Renderer().render(plain, [plan, alone])
        #expect(images[0].bytes == images[1].bytes)
        #expect(images[0].steps.contains(.edit(.rendition, index: Self.idle.count)))
        let outside = Operation.crop(
            Crop(.size(PixelSize(width: 75, height: 61)), at: .corner(left: 1, top: 0))
        )
        let error = #expect(throws: ImagingError.self) {
            try Renderer().render(plain, [.sourceAsItIs], operations: [outside])
        }
        #expect(error?.code == .impossibleOperation)
    }
}
