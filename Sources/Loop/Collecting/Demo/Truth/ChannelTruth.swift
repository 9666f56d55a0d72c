package import Kernel

/// Through which channels customers buy, and which regions they live in.
package struct ChannelTruth: Sendable, Codable {
    package struct Mix: Sendable, Codable {
        package let channel: String
        package let atStart: Double
        package let atEnd: Double
    }

    package var homeChannelShare = OrderMaker.homeShare
    package var mixElsewhere = SalesChannel.codes.prefix(SalesChannel.count).enumerated().map {
        Mix(channel: $1, atStart: SalesChannel.mixAtStart[$0], atEnd: SalesChannel.mixAtEnd[$0])
    }
    package var privateDomainChannels = ["mini_program", "wecom"]
    package var note = Text(
        zh: "客户以 home_channel_share 的概率在其习惯渠道下单，否则按 mix_elsewhere（期初至期末线性变化）选择；私域占比因此逐月上升。",
        en:
            "A customer orders in her home channel with home_channel_share, else by mix_elsewhere, which moves linearly from start to end; "
            + "so the private domain's share grows month by month.")
}
