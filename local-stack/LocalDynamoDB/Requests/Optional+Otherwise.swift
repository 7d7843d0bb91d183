extension Optional {
    /// The value, or what `other` answers where there is none; unlike `??` it keeps the type of what is thrown.
    func otherwise<Failure: Error>(
        _ other: () throws(Failure) -> Wrapped?
    ) throws(Failure) -> Wrapped? {
        if let self { return self }
        return try other()
    }
}
