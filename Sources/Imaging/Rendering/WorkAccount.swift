/// The steps of `PixelWork` that a job has left for work that cannot be counted before it is done.
final class WorkAccount {
    private var rest = 0

    /// Gives the account what the limits leave beside the work that is counted beforehand.
    func open(with rest: Int) {
        self.rest = rest
    }

    /// Takes steps away for what `reason` says.
    ///
    /// - Throws: `tooMuchWork` where there are not as many.
    func take(_ steps: Int, for reason: String) throws(ImagingError) {
        guard steps <= rest else {
            throw ImagingError(.tooMuchWork, "\(reason) takes longer than there is time for")
        }
        rest -= steps
    }
}
