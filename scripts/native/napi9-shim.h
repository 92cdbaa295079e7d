// The SQLite addon asks for Node-API 10 for a single ability: a lasting reference to a primitive (a string, a number).
// Hosts of Node-API 9 (Node 20, Electron 30 to 34) refer to objects only. This header is included ahead of the addon's
// source and gives it such references by keeping each primitive in a one-slot array that the reference points to.
#pragma once
#define NAPI_VERSION 9

#include <napi.h>

namespace yuanjuan {

// All-zero bytes must be a valid empty reference, and must need no destructor: the addon places references inside
// memory that SQLite hands out zeroed and takes back without asking (aggregate contexts).
template <typename Kept>
class SlotReference {
 public:
  SlotReference() = default;
  SlotReference(const SlotReference&) = delete;
  SlotReference& operator=(const SlotReference&) = delete;
  SlotReference(SlotReference&& other) noexcept { TakeFrom(other); }
  SlotReference& operator=(SlotReference&& other) noexcept {
    if (this != &other) {
      Reset();
      TakeFrom(other);
    }
    return *this;
  }
  ~SlotReference() { Reset(); }

  bool IsEmpty() const { return slot_ == nullptr; }
  Napi::Env Env() const { return Napi::Env(env_); }

  Kept Value() const {
    if (slot_ == nullptr) return Kept();
    napi_value array = nullptr;
    napi_value kept = nullptr;
    if (napi_get_reference_value(env_, slot_, &array) != napi_ok || array == nullptr) return Kept();
    if (napi_get_element(env_, array, 0, &kept) != napi_ok) return Kept();
    return Kept(env_, kept);
  }

  void Reset() {
    if (slot_ != nullptr) napi_delete_reference(env_, slot_);
    slot_ = nullptr;
    env_ = nullptr;
  }

  void Reset(const Kept& value, uint32_t /* always strong */ = 1) {
    Reset();
    if (value.IsEmpty()) return;
    napi_env env = value.Env();
    napi_value array = nullptr;
    napi_ref made = nullptr;
    if (napi_create_array_with_length(env, 1, &array) != napi_ok) return;
    if (napi_set_element(env, array, 0, value) != napi_ok) return;
    if (napi_create_reference(env, array, 1, &made) != napi_ok) return;
    env_ = env;
    slot_ = made;
  }

 private:
  void TakeFrom(SlotReference& other) {
    env_ = other.env_;
    slot_ = other.slot_;
    other.env_ = nullptr;
    other.slot_ = nullptr;
  }

  napi_env env_ = nullptr;
  napi_ref slot_ = nullptr;
};

}  // namespace yuanjuan

namespace Napi {

// "Value" inside these classes would be the member function of that name, hence the qualified types.
template <>
class Reference<Napi::String> : public yuanjuan::SlotReference<Napi::String> {
 public:
  static Reference New(const Napi::String& value, uint32_t count = 0) {
    Reference made;
    made.Reset(value, count);
    return made;
  }
};

template <>
class Reference<Napi::Value> : public yuanjuan::SlotReference<Napi::Value> {
 public:
  static Reference New(const Napi::Value& value, uint32_t count = 0) {
    Reference made;
    made.Reset(value, count);
    return made;
  }
};

}  // namespace Napi
