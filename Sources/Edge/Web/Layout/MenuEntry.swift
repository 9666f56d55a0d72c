package import Kernel

/// A page's place in the navigation. It is shown to those who may open the page, and only there where a route gives it:
/// there are no dead links.
package struct MenuEntry: Sendable, Hashable {
    package let step: Step
    package let title: Text
    /// Smaller comes first within the step; the first one is where the step itself leads.
    package let order: Int

    package init(_ step: Step, _ title: Text, order: Int = 50) {
        self.step = step
        self.title = title
        self.order = order
    }
}
