/// Who may do what. What is not listed is not allowed.
enum PolicyTable {
    typealias Duties = [Resource: Set<Action>]

    static let duties: [Role: Duties] = [
        .executive: [
            .board: [.view, .export], .metric: [.view], .target: [.view, .edit, .approve], .customer: [.view],
            .order: [.view, .export], .product: [.view], .dealer: [.view], .diagnosis: [.view, .export],
            .plan: [.view, .export, .approve], .budget: [.view, .export, .approve], .campaign: [.view],
            .jointPool: [.view, .export, .approve],
            .apiToken: [.view, .edit], .audit: [.view], .job: [.view],
        ],
        .marketing: [
            .board: [.view, .export], .metric: [.view], .target: [.view, .edit], .customer: [.view, .edit, .export],
            .contact: [.view], .order: [.view, .export], .product: [.view], .dealer: [.view],
            .sourceData: [.view, .import], .diagnosis: [.view, .edit, .export], .plan: [.view, .edit, .export],
            .budget: [.view, .edit], .jointPool: [.view, .edit, .export], .campaign: [.view, .edit, .export],
            .apiToken: [.view, .edit],
            .job: [.view, .edit],
        ],
        .analyst: [
            .board: [.view, .export], .metric: [.view, .edit], .target: [.view], .customer: [.view, .export],
            .order: [.view, .export], .product: [.view, .export], .dealer: [.view, .export],
            .sourceData: [.view, .edit, .import, .export], .query: [.view, .export],
            .diagnosis: [.view, .edit, .export], .plan: [.view], .budget: [.view], .jointPool: [.view],
            .campaign: [.view], .apiToken: [.view, .edit], .job: [.view, .edit],
        ],
        .sales: [
            .board: [.view], .metric: [.view], .target: [.view], .customer: [.view, .edit], .contact: [.view],
            .order: [.view, .export], .product: [.view], .dealer: [.view, .edit], .sourceData: [.view, .import],
            .diagnosis: [.view], .plan: [.view], .jointPool: [.view, .approve], .campaign: [.view, .edit],
            .apiToken: [.view, .edit], .job: [.view],
        ],
        .regionManager: [
            .board: [.view, .export], .metric: [.view], .target: [.view], .customer: [.view], .contact: [.view],
            .order: [.view, .export], .product: [.view], .dealer: [.view, .edit], .diagnosis: [.view], .plan: [.view],
            .budget: [.view], .jointPool: [.view], .campaign: [.view, .edit], .apiToken: [.view, .edit],
        ],
        .finance: [
            .board: [.view, .export], .metric: [.view], .target: [.view, .approve], .order: [.view, .export],
            .product: [.view], .dealer: [.view], .diagnosis: [.view], .plan: [.view],
            .budget: [.view, .edit, .export, .approve], .jointPool: [.view, .edit, .export, .approve],
            .campaign: [.view], .apiToken: [.view, .edit], .job: [.view],
        ],
        .technology: [
            .board: [.view], .metric: [.view, .edit], .product: [.view], .sourceData: [.view, .edit, .import],
            .query: [.view], .apiToken: [.view, .edit], .setting: [.view], .audit: [.view], .job: [.view, .edit],
            .backup: [.view, .edit],
        ],
        .service: [
            .board: [.view], .customer: [.view, .edit], .contact: [.view, .edit], .order: [.view], .product: [.view],
            .diagnosis: [.view], .plan: [.view], .campaign: [.view, .edit], .apiToken: [.view, .edit],
        ],
        .product: [
            .board: [.view], .metric: [.view], .target: [.view], .order: [.view],
            .product: [.view, .edit, .import, .export],
            .diagnosis: [.view], .plan: [.view, .edit], .jointPool: [.view, .approve], .campaign: [.view, .edit],
            .apiToken: [.view, .edit],
        ],
        .dealer: [
            .board: [.view], .order: [.view, .export], .product: [.view], .dealer: [.view], .campaign: [.view],
        ],
        .dataOwner: [
            .board: [.view, .export], .metric: [.view, .edit, .approve], .target: [.view],
            .customer: [.view, .edit, .export], .contact: [.view, .edit, .export], .order: [.view, .export],
            .product: [.view, .edit, .export], .dealer: [.view, .edit, .export],
            .sourceData: [.view, .edit, .import, .export, .approve], .query: [.view, .export], .diagnosis: [.view],
            .apiToken: [.view, .edit], .audit: [.view], .job: [.view, .edit],
        ],
        .administrator: administrator,
    ]

    /// Everything but approving: who runs the system does not thereby decide about plans and money.
    private static let administrator: Duties = Dictionary(
        uniqueKeysWithValues: Resource.allCases.map { ($0, Set(Action.allCases).subtracting([.approve])) })
}
