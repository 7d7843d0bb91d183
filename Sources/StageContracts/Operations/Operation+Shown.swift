extension Operation {
    /// The operation as records, events and mails show it: without the query of a logo's address, which may hold a token.
    var shown: Operation {
        guard case .watermark(var watermark) = self, case .url(let address)? = watermark.image else {
            return self
        }
        watermark.image = .url(address.shown)
        return .watermark(watermark)
    }
}
