class PagesController < ActionController::Base
  def home
    render plain: "Shop"
  end
end
