extension Resampler {
    /// What brings rows to another size: weighs pixels only where some lie between those that come in.
    ///
    /// Weights would change what they should leave alone: Mitchell's blur at every size, and colours come back from alpha and from
    /// light with what rounding took.
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
