require "spec"

describe "ticker" do
  it "adds" { (1 + 1).should eq 2 }
end
