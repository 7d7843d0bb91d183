package import Imaging
package import PipelineRuntime

extension ImageLimits {
    /// The engine's limits with a stage's own, and a deadline that interrupts the work.
    package init(maximumByteCount: Int, maximumPixelCount: Int, until deadline: Deadline) {
        self.init()
        self.maximumByteCount = maximumByteCount
        self.maximumPixelCount = maximumPixelCount
        isPastDeadline = { deadline.hasPassed() }
    }
}
