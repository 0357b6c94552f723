// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/document.h"

#include "engine/files/text_checks.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <new>
#include <sstream>
#include <unordered_set>
#include <utility>

namespace halfopen {

const DocumentNode::Entry *DocumentNode::find(std::string_view key) const {
    for (const Entry &entry : entries) {
        if (entry.key == key) return &entry;
    }
    return nullptr;
}

bool same_values(const DocumentNode &a, const DocumentNode &b) {
    if (a.kind != b.kind || a.text != b.text || a.entries.size() != b.entries.size() ||
        a.items.size() != b.items.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.entries.size(); ++i) {
        if (a.entries[i].key != b.entries[i].key || !same_values(*a.entries[i].value, *b.entries[i].value))
            return false;
    }
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        if (!same_values(*a.items[i].value, *b.items[i].value)) return false;
    }
    return true;
}

namespace {

/// Leaves yaml-cpp from inside a callback; caught in parse_document.
struct Refused {
    Issue issue;
};

/// Builds the tree from the library's events. Limits are enforced while it grows, which also ends the
/// library's recursion.
class TreeBuilder final : public YAML::EventHandler {
public:
    TreeBuilder(std::string_view text, std::vector<Issue> &issues)
        : text_(text), lines_(text), base_(byte_order_mark(text)), issues_(issues) {}

    DocumentNodePtr root() const { return root_; }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark &, const std::string &) override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override {
        place(finished(begin(DocumentNode::Kind::null, mark)), anchor, offset_of(mark), false);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override {
        refuse_tag(mark, tag);
        DocumentNode node = begin(DocumentNode::Kind::scalar, mark);
        node.text = value;
        node.plain = tag == "?";
        refuse_open_quotes(mark);
        place(finished(std::move(node)), anchor, offset_of(mark), false);
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override {
        const auto known = anchors_.find(anchor);
        if (known == anchors_.end()) refuse(mark, "an alias may not stand inside what it refers to");
        count(mark, known->second->nodes);
        place(known->second, 0, offset_of(mark), true);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        refuse_tag(mark, tag);
        open(DocumentNode::Kind::list, mark, anchor);
    }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        refuse_tag(mark, tag);
        open(DocumentNode::Kind::map, mark, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        DocumentNode node;
        YAML::anchor_t anchor = 0;
        std::unordered_set<std::string> keys;
        std::optional<DocumentNode::Entry> pending; ///< a key that waits for its value
    };

    std::size_t offset_of(const YAML::Mark &mark) const { return static_cast<std::size_t>(mark.pos) + base_; }

    [[noreturn]] void refuse(const YAML::Mark &mark, std::string message) const {
        throw Refused{Issue{"", std::move(message), lines_.position(offset_of(mark))}};
    }

    void refuse_tag(const YAML::Mark &mark, const std::string &tag) const {
        if (!tag.empty() && tag != "?" && tag != "!")
            refuse(mark, "a tag such as " + in_quotes(tag) + " has no meaning here");
    }

    /// yaml-cpp takes the end of the file for the missing quote.
    void refuse_open_quotes(const YAML::Mark &mark) const {
        std::size_t at = offset_of(mark);
        while (at < text_.size() && text_[at] == '&') { // an anchor stands before the quotes
            at = std::min(text_.find_first_of(" \t\r\n", at), text_.size());
            at = std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
        }
        if (at < text_.size() && (text_[at] == '"' || text_[at] == '\'') && !behind_quotes(text_, at)) {
            refuse(mark, "the quotes that open here are never closed");
        }
    }

    void count(const YAML::Mark &mark, std::size_t nodes) {
        nodes_ += nodes;
        if (nodes_ > kDocumentNodesMax) {
            refuse(mark, fmt::format("more than {} values in one file", kDocumentNodesMax));
        }
    }

    DocumentNode begin(DocumentNode::Kind kind, const YAML::Mark &mark) {
        count(mark, 1);
        DocumentNode node;
        node.kind = kind;
        node.offset = offset_of(mark);
        node.at = lines_.position(node.offset);
        return node;
    }

    DocumentNodePtr finished(DocumentNode node) const { return std::make_shared<const DocumentNode>(std::move(node)); }

    void open(DocumentNode::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor) {
        if (stack_.size() >= kDocumentDepthMax) {
            refuse(mark, fmt::format("nested deeper than {} levels", kDocumentDepthMax));
        }
        stack_.push_back(Open{begin(kind, mark), anchor, {}, {}});
    }

    void close() {
        Open done = std::move(stack_.back());
        stack_.pop_back();
        if (done.node.height > kDocumentDepthMax) {
            throw Refused{Issue{"", fmt::format("nested deeper than {} levels", kDocumentDepthMax), done.node.at}};
        }
        const std::size_t offset = done.node.offset;
        place(finished(std::move(done.node)), done.anchor, offset, false);
    }

    /// Puts a finished node where it belongs: the root, an item, a key or a value.
    void place(const DocumentNodePtr &node, YAML::anchor_t anchor, std::size_t offset, bool alias) {
        if (anchor != 0) anchors_[anchor] = node;
        if (stack_.empty()) {
            root_ = node;
            return;
        }
        Open &parent = stack_.back();
        if (parent.node.is_map() && !parent.pending) {
            parent.pending = key_of(*node, offset, alias);
            return;
        }
        parent.node.nodes += node->nodes;
        parent.node.height = std::max(parent.node.height, node->height + 1);
        if (parent.node.is_list()) {
            parent.node.items.push_back({node, offset, alias});
            return;
        }
        DocumentNode::Entry entry = *std::exchange(parent.pending, std::nullopt);
        entry.value = node;
        entry.alias = alias;
        keep(parent, std::move(entry));
    }

    DocumentNode::Entry key_of(const DocumentNode &node, std::size_t offset, bool alias) {
        DocumentNode::Entry entry;
        entry.key_offset = offset;
        entry.key_at = lines_.position(offset);
        if (node.is_scalar() && !alias)
            entry.key = node.text;
        else
            report("a key must be a plain word", entry.key_at);
        return entry;
    }

    void report(std::string message, Position at) {
        if (issues_.size() < kIssuesMax) issues_.push_back(Issue{"", std::move(message), at});
    }

    void keep(Open &parent, DocumentNode::Entry entry) {
        if (!parent.keys.insert(entry.key).second && !entry.key.empty() && issues_.size() < kIssuesMax) {
            report(fmt::format("duplicate key {}; it stands in line {} already", in_quotes(entry.key),
                               parent.node.find(entry.key)->key_at.line),
                   entry.key_at);
        }
        parent.node.entries.push_back(std::move(entry));
    }

    std::string_view text_;
    LineIndex lines_;
    std::size_t base_;
    std::vector<Issue> &issues_;
    std::vector<Open> stack_;
    std::map<YAML::anchor_t, DocumentNodePtr> anchors_;
    DocumentNodePtr root_;
    std::size_t nodes_ = 0;
};

/// yaml-cpp's words for what people meet most often, said plainly.
std::string plain_words(const std::string &message) {
    if (message.find("illegal map value") != std::string::npos) {
        return "a colon and a space stand where no key may begin; put the text in quotes, or check the "
               "indentation";
    }
    if (message.find("end of map not found") != std::string::npos ||
        message.find("end of sequence not found") != std::string::npos) {
        return "this line does not fit its surroundings; check the indentation (" + message + ")";
    }
    return "not valid YAML: " + message;
}

Failure bad_input(Issue issue) { return Failure{Failure::Kind::bad_input, {std::move(issue)}}; }

} // namespace

Result<Document> parse_document(std::string_view text) {
    if (auto issue = check_text(text)) return bad_input(std::move(*issue));
    Document document;
    const std::size_t base = byte_order_mark(text);
    std::istringstream stream{std::string(text.substr(base))};
    try {
        TreeBuilder builder(text, document.issues);
        YAML::Parser parser(stream);
        const bool any = parser.HandleNextDocument(builder);
        document.root = builder.root();
        if (!any || !document.root) document.root = std::make_shared<const DocumentNode>();
        std::vector<Issue> ignored;
        TreeBuilder second(text, ignored);
        if (any && parser.HandleNextDocument(second)) {
            const Position at = second.root() ? second.root()->at : Position{};
            return bad_input(Issue{"", "a second YAML document begins here; a file holds one scenario", at});
        }
    } catch (const Refused &refused) {
        return bad_input(refused.issue);
    } catch (const YAML::Exception &error) {
        Position at;
        if (!error.mark.is_null()) at = LineIndex(text).position(static_cast<std::size_t>(error.mark.pos) + base);
        return bad_input(Issue{"", plain_words(error.msg), at});
    } catch (const std::bad_alloc &) {
        return bad_input(Issue{"", "not enough memory to read the file", {}});
    }
    return document;
}

} // namespace halfopen
