/// The filter banks of a job, each made once: planes of the same shape share theirs.
final class FilterBanks {
    private struct Key: Hashable {
        let axis: ResampleAxis
        let filter: ResampleFilter
        let maximumInput: Int
    }

    private var banks: [Key: FilterBank] = [:]

    /// The bank for `axis`.
    func bank(_ axis: ResampleAxis, _ filter: ResampleFilter, maximumInput: Int) -> FilterBank {
        let key = Key(axis: axis, filter: filter, maximumInput: maximumInput)
        if let known = banks[key] { return known }
        let bank = FilterBank(axis, filter, maximumInput: maximumInput)
        banks[key] = bank
        return bank
    }
}
