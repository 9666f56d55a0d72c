import Collecting
import Kernel

/// The mappings that an import can begin with.
struct MappingChooser {
    let view: ImportView
    let target: ImportTarget

    var html: HTML {
        let offers = view.offers.all.filter { $0.mapping.target == target }
        return HTML {
            label(.for("field-mapping")) { Text(zh: "映射", en: "Mapping") }
            select(.id("field-mapping"), .class("form-select"), .name("mapping")) {
                if view.key.hasPrefix("job:") {
                    option(.value(view.key), .selected(true)) { Text(zh: "刚才试运行的", en: "As tried just now") }
                }
                option(.value(ImportView.guess), .selected(view.key == ImportView.guess)) {
                    Text(zh: "按表头自动识别", en: "Guess from the headings")
                }
                for offer in offers where offer.fits { choice(offer) }
                if offers.contains(where: { !$0.fits }) {
                    optgroup(.attribute("label", Text(zh: "文件缺少所需的列", en: "The file lacks columns of"))) {
                        for offer in offers where !offer.fits { choice(offer) }
                    }
                }
            }
        }
    }

    private func choice(_ offer: MappingOffer) -> HTML {
        option(.value(offer.key), .selected(offer.key == view.key)) {
            switch offer.origin {
            case .lastUsed: Text(zh: "上次用于相同表头的", en: "As last used for these headings")
            case .shipped: Text(verbatim: offer.mapping.name) + Text(zh: "（内置）", en: " (shipped)")
            case .kept(_, let isLast):
                Text(verbatim: offer.mapping.name)
                    + (isLast ? Text(zh: " · 上次使用", en: " · last used") : Text(verbatim: ""))
            }
        }
    }
}
