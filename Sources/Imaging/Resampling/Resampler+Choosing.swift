extension Resampler {
    /// What brings rows to another size: weighs pixels, unless those that go out are a part of those that come in.
    ///
    /// Such pixels must not change, but weights would change them: Mitchell's filter blurs at every size, and colours that were
    /// weighed by alpha or turned into light are rounded on the way back.
    static func consumer(
        of input: RowFormat,
        columns: ResampleAxis,
        rows: ResampleAxis,
        _ filter: ResampleFilter,
        banks: FilterBanks = FilterBanks(),
        bias: SIMD4<Int16> = SIMD4(),
        light: LinearLight? = nil,
        next: any RowConsumer
    ) -> any RowConsumer {
        if let across = columns.cut, let down = rows.cut {
            let size = PixelSize(width: across.count, height: down.count)
            guard size != input.size else { return next }
            let part = PixelBox(left: across.lowerBound, top: down.lowerBound, size: size)
            return CropStage(input.layout, part, next: next)
        }
        guard filter != .nearest else { return PickStage(input, columns: columns, rows: rows, next: next) }
        return Resampler(
            input,
            columns: columns,
            rows: rows,
            filter,
            banks: banks,
            bias: bias,
            light: light,
            next: next
        )
    }
}
