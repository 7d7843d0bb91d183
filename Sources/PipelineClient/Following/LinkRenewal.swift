import StageContracts

/// Has the links of a request signed anew, and waits until its record shows them.
package struct LinkRenewal {
    /// How long a function may take to sign them: it may have to start, and others may come first.
    private static let patience = Duration.seconds(30)
    private static let shortest = Duration.milliseconds(50)
    private static let longest = Duration.seconds(2)

    private let client: APIClient
    private let pause: (Duration) -> Void

    /// A renewal; `pause` waits for a time.
    package init(_ client: APIClient, pause: @escaping (Duration) -> Void) {
        (self.client, self.pause) = (client, pause)
    }

    /// Asks for new links.
    ///
    /// - Parameter document: The record as it was before.
    /// - Returns: The record that has them; nil if it does not come up in time.
    /// - Throws: What the API refuses, or that it cannot be reached.
    package func renew(_ document: RecordDocument) throws(APIError) -> RecordDocument? {
        let id = document.record.requestId.text
        try client.renewLinks(id)
        var waited = Duration.zero
        var interval = Self.shortest
        while waited < Self.patience {
            pause(interval)
            waited += interval
            interval = min(interval * 3 / 2, Self.longest)
            // When links end is told to the millisecond: no two signings are the same.
            if let renewed = try client.record(id), renewed.record.outputs != document.record.outputs {
                return renewed
            }
        }
        return nil
    }
}
