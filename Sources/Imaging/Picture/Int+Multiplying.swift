extension Int {
    /// The product; `Int.max` where it does not fit.
    func multiplied(by factor: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}
