import Imaging
import PipelineRuntime
import RequestImaging
import StageImaging

/// What the preprocessor alone reads from the environment.
struct PreprocessSettings: Sendable {
    /// The most bytes of an upload: `MAXIMUM_SOURCE_BYTES`.
    let maximumByteCount: Int
    /// The most pixels of a picture: `MAXIMUM_SOURCE_PIXELS`.
    let maximumPixelCount: Int
    /// Which addresses pictures on the web may have: `SOURCE_ADDRESSES`; see `addressPolicy(_:)`.
    let addresses: HTTPAddressPolicy
    /// Which hosts they may be fetched from: `SOURCE_HOSTS`, all unless set.
    let hosts: HostAllowList
    /// The longest time that fetching one may take: `SOURCE_TIMEOUT_SECONDS`, 60 unless set.
    let fetchTimeLimit: Duration

    /// Whether there is something to sign webhooks with: `SIGNS_WEBHOOKS`, true unless set.
    let signsWebhooks: Bool

    init(reading reader: inout SettingsReader) {
        maximumByteCount = reader.integer(
            "MAXIMUM_SOURCE_BYTES",
            in: 1...1_073_741_824,
            default: SourceLimits.maximumByteCount
        )
        maximumPixelCount = reader.maximumPixelCount()
        addresses = reader.addressPolicy("SOURCE_ADDRESSES")
        hosts = HostAllowList(
            reader.list("SOURCE_HOSTS", for: "the hosts of pictures on the web", default: [])
        )
        signsWebhooks = reader.flag("SIGNS_WEBHOOKS", default: true)
        fetchTimeLimit = reader.seconds("SOURCE_TIMEOUT_SECONDS", in: 0.1...900, default: .seconds(60))
    }
}

extension PreprocessSettings {
    /// What may be fetched from the web as a source.
    var downloadRules: WebDownloadRules { downloadRules(maximumByteCount) }

    /// What may be fetched from the web as a logo.
    var logoRules: WebDownloadRules { downloadRules(min(maximumByteCount, Logo.maximumByteCount)) }

    private func downloadRules(_ maximumByteCount: Int) -> WebDownloadRules {
        WebDownloadRules(
            addresses: addresses,
            hosts: hosts,
            maximumByteCount: maximumByteCount,
            timeLimit: fetchTimeLimit
        )
    }

    /// The limits of the imaging engine.
    func limits(until deadline: Deadline) -> ImageLimits {
        ImageLimits(
            maximumByteCount: maximumByteCount,
            maximumPixelCount: maximumPixelCount,
            until: deadline
        )
    }
}
