import StageContracts

/// An output that was fetched by its link and lies in a file.
struct SavedOutput {
    let output: Output
    let path: String
}
