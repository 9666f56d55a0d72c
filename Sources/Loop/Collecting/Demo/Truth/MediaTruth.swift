package import Kernel

/// What advertising does.
package struct MediaTruth: Sendable, Codable {
    package struct Channel: Sendable, Codable {
        package let channel: String
        package let adstockDecay: Double
        package let halfSaturationFen: Double
        package let shape: Double
        package let adstockBeforeFirstDayFen: Double
        package let newCustomersPerDayAtFullResponse: Double
        package let demandLiftAtFullResponse: Double
    }

    package let channels: [Channel]
    package let note: Text

    init(_ company: Company) {
        channels = MediaChannel.all.enumerated().map { index, channel in
            let half = company.media.halfSaturationFen[index]
            return Channel(
                channel: channel.code, adstockDecay: channel.decay, halfSaturationFen: half.rounded(),
                shape: channel.shape,
                adstockBeforeFirstDayFen: (half / channel.halfSaturation * MediaPlan.openingAdstock).rounded(),
                newCustomersPerDayAtFullResponse: company.recruitment.customersAtFullResponse[index],
                demandLiftAtFullResponse: channel.lift)
        }
        note = Text(
            zh:
                "a(t) = 当日全国花费 + decay × a(t−1)；响应 = a^shape ÷ (a^shape + half^shape)。渠道日新客（customer.channel 与 registered_on）的期望 = 满响应新客 × 响应 × "
                + "demand_index；全体需求 × (1 + Σ lift × 响应)。",
            en:
                "a(t) = national spend of the day + decay × a(t−1); response = a^shape ÷ (a^shape + half^shape). Expected new customers of a "
                + "channel and day (customer.channel, registered_on) = customers at full response × response × demand_index; everybody's "
                + "demand × (1 + Σ lift × response).")
    }
}
